-- The question of `match` as one statement over plain tables: the same conditions, a score of the same weights, the twenty best
-- that fit, the twenty nearest that do not, and how many there are of each. It tells no reasons, knows no misspelt word, and
-- takes a service to be closed on no holiday: it does less.
-- $1 topic, $2 its children, $3 its parent; $4 age; $5 comuna; $6 weekday (0: Monday), $7 minute of the day; $8 words
WITH near AS MATERIALIZED (
    SELECT s.id, s.code, s.name, s.institution, s.contact, s.standing, s.age_min, s.age_max, s.comuna, s.office, s.hours_known, s.crisis,
           s.topics && $1::text[] AS of_topic, s.topics && $2::text[] AS of_child,
           EXISTS (SELECT 1 FROM opening o WHERE o.service_id = s.id AND o.weekday = $6::int AND o.opens <= $7::int AND $7::int < o.closes) AS is_open
      FROM service s
     WHERE s.topics && ($1::text[] || $2::text[] || $3::text[])
       AND ($8::text IS NULL OR s.words @@ plainto_tsquery('simple', $8::text))
), judged AS MATERIALIZED (
    SELECT id, code, name, institution, contact, is_open,
           (NOT (age_min <= coalesce($4::int, 17) AND coalesce($4::int, 0) <= age_max))::int AS out_of_age,
           (NOT office AND comuna IS NOT NULL AND $5::int IS NOT NULL AND comuna <> $5::int)::int AS other_territory,
           office::int AS ask_local_office,
           (NOT office AND contact = '')::int AS no_contact,
           (NOT office AND NOT is_open)::int AS not_open,
           standing + 1000 * (crisis AND of_topic)::int + CASE WHEN of_topic THEN 200 WHEN of_child THEN 160 ELSE 80 END
               + 120 * is_open::int + 60 * coalesce(comuna = $5::int, false)::int + 30 * (age_max - age_min <= 30)::int
               - CASE WHEN is_open THEN 0 WHEN hours_known THEN 60 ELSE 100 END AS score
      FROM near
), counted AS MATERIALIZED (
    SELECT *, out_of_age + other_territory + ask_local_office + no_contact + not_open AS misses FROM judged
)
(SELECT 'match' AS kind, code, name, institution, contact, is_open, score, out_of_age, other_territory, not_open
   FROM counted WHERE misses = 0 ORDER BY score DESC, name, code LIMIT 20)
UNION ALL
(SELECT 'near', code, name, institution, contact, is_open, score - 200 * out_of_age - 200 * other_territory, out_of_age, other_territory, not_open
   FROM counted WHERE misses BETWEEN 1 AND 2 ORDER BY score - 200 * out_of_age - 200 * other_territory DESC, name, code LIMIT 20)
UNION ALL
(SELECT 'total', NULL, NULL, NULL, NULL, NULL, count(*) FILTER (WHERE misses = 0), count(*) FILTER (WHERE misses BETWEEN 1 AND 2), NULL, NULL FROM counted)
