select identity.may_write($1) as may
