-- What waits for a person, and what they asked for, out of a million requests.
CREATE INDEX service_request_asked ON service_request (organisation_id, requester_id, date_created, id)
  WHERE deleted_at IS NULL;
CREATE INDEX service_operator_busy ON service_operator (organisation_id, user_id, service_request_id)
  WHERE status IN ('assigned', 'accepted', 'started', 'hold');
CREATE INDEX service_request_awaiting ON service_request (organisation_id, center_id)
  WHERE approval = 'awaiting' AND state = 'new' AND deleted_at IS NULL;
CREATE INDEX reservation_awaiting ON reservation (organisation_id, center_id)
  WHERE approval = 'awaiting' AND state = 'booked' AND deleted_at IS NULL;
