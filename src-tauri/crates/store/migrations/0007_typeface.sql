-- Version with the typeface of the prints. Without one it is that of the theme.

ALTER TABLE print_style ADD COLUMN typeface TEXT;
