-- Done is what has taken effect, and nothing else: a request that was called done without it would be passed over for ever.
UPDATE move_request r SET move_status_id = (SELECT s.id FROM move_status s
  WHERE s.organisation_id = r.organisation_id AND s.code = CASE WHEN r.approved THEN 'sub' ELSE 'pen' END)
FROM move_status d WHERE d.organisation_id = r.organisation_id AND d.id = r.move_status_id AND d.code = 'don'
  AND r.effected_at IS NULL;
CREATE FUNCTION refuse_done_without_effect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.effected_at IS NOT NULL) IS DISTINCT FROM (SELECT s.code = 'don' FROM move_status s
    WHERE s.organisation_id = NEW.organisation_id AND s.id = NEW.move_status_id) THEN
    RAISE EXCEPTION 'move % is done exactly when it has taken effect', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'move_request_done', TABLE = 'move_request';
  END IF;
  RETURN NULL;
END $$;
-- Afterwards: what belongs to another organisation is refused as that, before anything is said of it.
CREATE TRIGGER refuse_done AFTER INSERT OR UPDATE OF move_status_id, effected_at ON move_request FOR EACH ROW
  EXECUTE FUNCTION refuse_done_without_effect();
