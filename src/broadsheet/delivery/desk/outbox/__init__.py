"""Mail that is kept in a folder, shown at the desk."""
