"""Pure helpers by topic; imports no app and no model."""
