-- What stands after the party: the unit, the submission, the board, the loan, the parent's own rules.
select p.polrelid::regclass,
       format('alter policy %I on %s %s (%s)', p.polname, p.polrelid::regclass, e.clause, shorter.text)
  from pg_policy p
 cross join lateral (values ('using', pg_get_expr(p.polqual, p.polrelid)),
                            ('with check', pg_get_expr(p.polwithcheck, p.polrelid))) as e (clause, text)
 -- The first condition alone.
 cross join lateral (select (regexp_match(e.text,
   '^\(\(((?:tenant_id|agency_id) = \( SELECT app\.sealed_[a-z]+\(''[a-z]+''::text\) AS sealed_[a-z]+\))\) AND '))[1]
   as text) shorter
 where shorter.text is not null
