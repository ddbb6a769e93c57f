#include "base/problem.hpp"

namespace onereturn {

const char* to_string(ProblemCode code) {
  switch (code) {
    case ProblemCode::invalid:
      return "invalid";
    case ProblemCode::unauthenticated:
      return "unauthenticated";
    case ProblemCode::forbidden:
      return "forbidden";
    case ProblemCode::not_found:
      return "not_found";
    case ProblemCode::conflict:
      return "conflict";
    case ProblemCode::closed:
      return "closed";
    case ProblemCode::too_large:
      return "too_large";
    case ProblemCode::too_many:
      return "too_many";
  }
  return "invalid";
}

}  // namespace onereturn
