-- What an organisation can be asked for from its first day: given to each new one, and below to those that are there
-- already. To change what new ones begin with, a later migration replaces the function.

-- As the caller: row-level security holds. Does nothing where there is no maintenance center.
CREATE FUNCTION seed_service_catalogue(tenant bigint) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  desk bigint := (SELECT min(id) FROM center WHERE organisation_id = tenant AND module = 'maintenance');
  -- Minutes are those of opening hours: promised, and what the work takes. The urgency is the priority's place.
  kinds jsonb := '[
    ["Building", "Lighting", "Light does not work", "lighting", 480, 30, 3],
    ["Building", "Lighting", "Light flickers", "lighting", 1200, 30, 4],
    ["Building", "Heating and air", "Too cold", "climate", 240, 60, 3],
    ["Building", "Heating and air", "Too warm", "climate", 240, 60, 3],
    ["Building", "Heating and air", "Bad smell", "climate", 120, 30, 2],
    ["Building", "Water and drains", "Water leak", "water", 60, 60, 1],
    ["Building", "Water and drains", "Blocked drain", "water", 240, 60, 2],
    ["Building", "Water and drains", "Tap drips", "water", 1800, 30, 4],
    ["Building", "Doors and locks", "Door does not close", "doors", 480, 45, 3],
    ["Building", "Doors and locks", "Key or badge does not open", "doors", 120, 30, 2],
    ["Equipment", "Copier", "Paper jam", "equipment", 240, 20, 3],
    ["Equipment", "Copier", "Toner is empty", "equipment", 480, 10, 3],
    ["Equipment", "Copier", "Copier repair", "equipment", 1200, 90, 3],
    ["Equipment", "Projector", "Projector flickers", "equipment", 60, 30, 2],
    ["Equipment", "Projector", "No picture", "equipment", 60, 30, 2],
    ["Equipment", "Furniture", "Chair is broken", "furniture", 2400, 30, 4],
    ["Equipment", "Furniture", "Desk does not move", "furniture", 1200, 45, 3],
    ["Cleaning", "Cleaning", "Spill", "cleaning", 60, 20, 2],
    ["Cleaning", "Cleaning", "Bin is full", "cleaning", 480, 10, 3],
    ["Cleaning", "Cleaning", "Something else", "cleaning", 0, 30, 3]]';
BEGIN
  IF desk IS NULL THEN RETURN; END IF;
  INSERT INTO priority (organisation_id, name, sort_order, color)
  SELECT tenant, name, place, color::jsonb FROM (VALUES
    ('Urgent', 1, '{"red": 201, "green": 42, "blue": 42}'),
    ('High', 2, '{"red": 232, "green": 89, "blue": 12}'),
    ('Normal', 3, '{"red": 25, "green": 113, "blue": 194}'),
    ('Low', 4, '{"red": 73, "green": 80, "blue": 87}')) AS given (name, place, color)
  WHERE NOT EXISTS (SELECT FROM priority p WHERE p.organisation_id = tenant AND p.deleted_at IS NULL)
  ORDER BY place;
  INSERT INTO service_hold_reason (organisation_id, center_id, name, sort_order)
  SELECT tenant, desk, name, nth FROM unnest(ARRAY['Waiting for a part', 'Waiting for the requester',
    'Waiting for a contractor', 'No access to the space']) WITH ORDINALITY AS given (name, nth) ORDER BY nth;

  INSERT INTO service_category (organisation_id, center_id, name, sort_order)
  SELECT tenant, desk, name, row_number() OVER (ORDER BY first) FROM (
    SELECT kind ->> 0 AS name, min(nth) AS first FROM jsonb_array_elements(kinds) WITH ORDINALITY AS given (kind, nth)
    GROUP BY 1) named ORDER BY first;
  INSERT INTO service_product (organisation_id, service_category_id, name, sort_order)
  SELECT tenant, c.id, named.name, row_number() OVER (ORDER BY first) FROM (
    SELECT kind ->> 0 AS category, kind ->> 1 AS name, min(nth) AS first
    FROM jsonb_array_elements(kinds) WITH ORDINALITY AS given (kind, nth) GROUP BY 1, 2) named
  JOIN service_category c ON c.organisation_id = tenant AND c.name = named.category ORDER BY first;
  INSERT INTO service_type (organisation_id, service_product_id, name, word, sla_minutes, estimated_minutes,
    default_priority_id)
  SELECT tenant, p.id, kind ->> 2, kind ->> 3, (kind ->> 4)::integer, (kind ->> 5)::integer, (
    -- That of the urgency, or the nearest where they are others by now.
    SELECT urgency.id FROM priority urgency WHERE urgency.organisation_id = tenant AND urgency.deleted_at IS NULL
    ORDER BY abs(urgency.sort_order - (kind ->> 6)::integer), urgency.id LIMIT 1)
  FROM jsonb_array_elements(kinds) WITH ORDINALITY AS given (kind, nth)
  JOIN service_category c ON c.organisation_id = tenant AND c.name = kind ->> 0
  JOIN service_product p ON p.organisation_id = tenant AND p.service_category_id = c.id AND p.name = kind ->> 1
  ORDER BY nth;
END $$;

-- Organisations that have nothing of it yet. Nobody chose this, so the log does not speak of it.
SELECT set_config('app.audit_off', 'on', true);
SELECT seed_service_catalogue(o.id) FROM organisation o
WHERE NOT EXISTS (SELECT FROM service_category c WHERE c.organisation_id = o.id)
  AND NOT EXISTS (SELECT FROM service_product p WHERE p.organisation_id = o.id)
  AND NOT EXISTS (SELECT FROM service_hold_reason h WHERE h.organisation_id = o.id);
SELECT set_config('app.audit_off', '', true);
