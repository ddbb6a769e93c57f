with document as (select $1::jsonb as body)
select body ->> 'format' as format,
       body ->> 'sha256'
         = encode(sha256(convert_to((body - 'sha256')::text, 'UTF8')), 'hex') as whole,
       not jsonb_path_exists(body, '$.** ? (@.type() == "string"
         && @ like_regex "[\\u0001-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]")') as printable,
       body -> 'unit' ->> 'unit_id' as unit_id, body -> 'unit' ->> 'name' as name,
       array(select distinct p.person
             from jsonb_path_query(body - 'record', '$.**.saved_by') as x (value)
             cross join lateral (select value #>> '{}' as person) p
             where p.person is not null
             union
             select distinct c ->> 'cited_by' from jsonb_array_elements(body -> 'citations') c
             union
             select distinct a ->> 'confirmed_by'
             from jsonb_array_elements(body -> 'answers') a
             where a ->> 'confirmed_by' is not null) as people,
       array(select f ->> 'sha256' from jsonb_array_elements(body -> 'files') f
             order by f ->> 'sha256') as files,
       array(select f ->> 'type' from jsonb_array_elements(body -> 'files') f
             order by f ->> 'sha256') as types,
       array(select f ->> 'bytes' from jsonb_array_elements(body -> 'files') f
             order by f ->> 'sha256') as sizes
from document
