select saved, version, saved_at, saved_by_name, level, na_reason, roles, facets, texts,
       part_facets, part_lows, part_highs
from app.save_answer($1, $2, $3, $4, $5, normalize($6::text), null, 'own', null, $7, $8, $9,
  array(select normalize(written.text)
        from unnest($10::text[]) with ordinality as written (text, place)
        order by written.place),
  $11, $12, $13, $14, $15)
