-- What site administrators have put away of the guide for a new organisation: steps, or 'all' of it. How far each step is
-- is read off the records themselves.
CREATE TABLE guide_put_away (
  organisation_id bigint NOT NULL REFERENCES organisation(id),
  what text NOT NULL CHECK (what IN ('all', 'building', 'spaces', 'people', 'roles', 'bookable', 'scan', 'deliver')),
  put_away_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, what)
);
SELECT guard_tenant('guide_put_away');
-- Who is here already has found their way.
INSERT INTO guide_put_away (organisation_id, what) SELECT id, 'all' FROM organisation;
