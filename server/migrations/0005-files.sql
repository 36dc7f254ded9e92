-- What a stored file belongs to, and so who may see it: 'people' (avatars) everybody signed in; 'mail'
-- (signatures, photographs of deliveries) mail workers and those whom the parcel concerns.
ALTER TABLE stored_file
  ADD COLUMN owner_module text NOT NULL DEFAULT 'people'
    CHECK (owner_module IN ('people', 'mail', 'copy', 'move', 'reservation', 'maintenance', 'asset', 'places')),
  ADD COLUMN description text NOT NULL DEFAULT '';
ALTER TABLE stored_file ALTER COLUMN owner_module DROP DEFAULT;
-- From a file to the parcel it belongs to.
CREATE INDEX mail_status_signature ON mail_status (organisation_id, signature_id) WHERE signature_id IS NOT NULL;
CREATE INDEX mail_status_photograph ON mail_status (organisation_id, photograph_id) WHERE photograph_id IS NOT NULL;
