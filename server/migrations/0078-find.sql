-- What a mistyped name may have meant, the likeliest first: asked when nothing bears the name as it was typed. As the owner,
-- because likeness is not leakproof (decision 6); ids only, of the caller's own organisation.
CREATE FUNCTION find_people_like(search text, most integer) RETURNS TABLE (id bigint, place integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET pg_trgm.word_similarity_threshold = 0.45
SET plan_cache_mode = force_custom_plan ROWS 10 AS $$
  SELECT hit.id, row_number() OVER (ORDER BY hit.likeness DESC, hit.name, hit.id)::integer FROM (
    SELECT u.id, u.name, word_similarity(fold(search), fold(u.name)) AS likeness FROM app_user u
    WHERE u.organisation_id = current_organisation() AND u.deleted_at IS NULL AND (' ' || fold(u.name)) %> fold(search)
    ORDER BY likeness DESC, u.name, u.id LIMIT most
  ) hit ORDER BY 2
$$;
CREATE FUNCTION find_rooms_like(search text, most integer) RETURNS TABLE (id bigint, place integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET pg_trgm.word_similarity_threshold = 0.45
SET plan_cache_mode = force_custom_plan ROWS 10 AS $$
  SELECT hit.id, row_number() OVER (ORDER BY hit.likeness DESC, hit.name, hit.id)::integer FROM (
    SELECT r.id, r.name, word_similarity(fold(search), fold(r.name)) AS likeness FROM room r
    WHERE r.organisation_id = current_organisation() AND r.deleted_at IS NULL AND fold(r.name) %> fold(search)
    ORDER BY likeness DESC, r.name, r.id LIMIT most
  ) hit ORDER BY 2
$$;
-- Spaces by a part of their name: exactly it, beginning with it, shorter ones first.
CREATE FUNCTION find_rooms_best(search text, pattern text, most integer) RETURNS TABLE (id bigint, place integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET plan_cache_mode = force_custom_plan ROWS 10 AS $$
  SELECT hit.id, row_number() OVER ()::integer FROM (
    SELECT r.id FROM room r
    WHERE r.organisation_id = current_organisation() AND r.deleted_at IS NULL AND fold(r.name) LIKE fold(pattern)
    ORDER BY NOT starts_with(fold(r.name), fold(search)), char_length(r.name), fold(r.name), r.id LIMIT most
  ) hit
$$;
