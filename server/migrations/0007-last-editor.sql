-- Who changed a parcel last, for the sentence that tells the later of two editors whose change they met.
ALTER TABLE mail_item
  ADD COLUMN updated_by bigint,
  ADD FOREIGN KEY (organisation_id, updated_by) REFERENCES app_user (organisation_id, id);
