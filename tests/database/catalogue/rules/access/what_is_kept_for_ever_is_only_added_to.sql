select c.relname || ' ' || r.rolname from pg_class c cross join pg_roles r
  where c.relnamespace = 'tenant'::regnamespace and r.rolname like 'scope\_%'
    -- Whose a row is may change in a merge, and nothing of what it says: a rule of its own.
    and r.rolname <> 'scope_merge'
    and (c.relname in ('return_box', 'box_source', 'return_evidence', 'sign_off', 'audit_entry',
                       'audit_seal', 'action_status', 'evaluation_box', 'evaluation_release',
                       'explanation', 'return_level', 'sent_back_item', 'action_evidence',
                       'action_evidence_opening', 'return_evidence_decision', 'evidence_sample',
                       'evidence_sample_piece', 'evidence_sample_result', 'review_note', 'plan_offer',
                       'plan_line', 'plan_answer', 'report_finish', 'report_section', 'report_sign_off')
         or c.relname like 'progress\_report%' or c.relname like 'submission%'
         or c.relname like '%\_version' and c.relname <> 'return_version')
    and (has_any_column_privilege(r.oid, c.oid, 'update')
         or has_table_privilege(r.oid, c.oid, 'delete'))

-- the fault that must be noticed
grant update (text) on tenant.return_box to scope_board
