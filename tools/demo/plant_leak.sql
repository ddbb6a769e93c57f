-- Writes another board's local text into a box of this board, as a broken fan-out would.
update tenant.return_box set text = text || ' ' || :'text'
 where (tenant_id, return_id, version_no, box_no) in (
   select tenant_id, return_id, version_no, box_no from tenant.return_box
    where tenant_id = :'board' and text <> '' order by position limit 1);
