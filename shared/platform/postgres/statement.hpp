#pragma once

namespace onereturn::postgres {

// One named SQL statement. The build makes these from the sql/*.sql files beside each store; a
// connection prepares a statement the first time it runs it.
struct Statement {
  const char* name;
  const char* text;
};

}  // namespace onereturn::postgres
