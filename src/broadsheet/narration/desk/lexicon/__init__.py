"""The lexicon at the desk: how names are said, heard before they are saved."""
