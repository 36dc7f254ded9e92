-- The language a person chose; null: the one their browser asks for. Kept here so that letters and other devices
-- know it too.
ALTER TABLE app_user ADD COLUMN language text CHECK (language IN ('en', 'de', 'fr', 'ar'));
