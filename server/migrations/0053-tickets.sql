-- Tickets of other systems that were imported, and how files of a shape were read.

-- What a request was elsewhere. Its number there is its own within that system, so a file can be imported again.
CREATE TABLE service_ticket (
  organisation_id bigint NOT NULL,
  -- The name of the other system, as it was typed; empty where there is one only.
  system text NOT NULL,
  external_id text NOT NULL CHECK (btrim(external_id) <> ''),
  service_request_id bigint NOT NULL,
  place text,
  agency text,
  status text,
  opened_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3),
  closed_at timestamptz(3),
  target_at timestamptz(3),
  -- Of all that was read, to tell whether a row has changed.
  digest text NOT NULL,
  PRIMARY KEY (organisation_id, system, external_id),
  FOREIGN KEY (organisation_id, service_request_id) REFERENCES service_request (organisation_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX service_ticket_request ON service_ticket (organisation_id, service_request_id);

-- Columns and values that were chosen for files with the same headers.
CREATE TABLE import_shape (
  organisation_id bigint NOT NULL REFERENCES organisation(id),
  kind text NOT NULL,
  -- A hash of the headers in their order.
  shape text NOT NULL,
  mapping jsonb NOT NULL,
  defaults jsonb NOT NULL,
  date_updated timestamptz(3) NOT NULL,
  PRIMARY KEY (organisation_id, kind, shape)
);
SELECT guard_tenant('service_ticket', 'import_shape');
-- Neither is noted in the log: the requests are, and a choice of columns is no record.
