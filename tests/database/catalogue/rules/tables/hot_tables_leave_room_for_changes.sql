select t from unnest(array['answer', 'answer_text', 'answer_part', 'board_answer', 'board_box',
                            'return', 'delivery', 'rollup']) as t
  where not exists (select from pg_class c where c.relnamespace = 'tenant'::regnamespace
                     and c.relname = t and c.reloptions @> array['fillfactor=85'])

-- the fault that must be noticed
alter table tenant.answer reset (fillfactor)
