-- Who and what there is in the rooms that rooms.sql made.
select json_build_object(
  'questions', (select json_agg(requirement_code order by n) from load.common),
  'sections', (select json_agg(distinct split_part(box_no, '.', 1)) from catalogue.box
                where template_code = :'template' and version = 1),
  'rooms', (select json_agg(json_build_object(
      'n', a, 'party', load.id('agency', a), 'lead', load.id('lead', a), 'contributor', load.id('contributor', a),
      'requests', (select json_agg(load.id('request ' || s.board, a)) from load.asks s where s.agency = a))
    order by a) from (select distinct agency as a from load.asks) each),
  'boards', (select json_agg(b) from (select distinct board as b from load.asks) each));
