#include "domain/identity/standards_limit.hpp"

#include "domain/identity/sql.hpp"

namespace onereturn::identity {

bool may_write_requirement(postgres::AgencyTx& tx, const std::string& requirement) {
  return tx.actor().role != "contributor" ||
         tx.run(sql::may_write, requirement).one().boolean("may");
}

bool may_write_box(postgres::AgencyTx& tx, const BoardId& board, const RequestId& request,
                   const std::string& place) {
  return tx.actor().role != "contributor" ||
         tx.run(sql::may_write_box, board, request, place).one().boolean("may");
}

bool may_write_place(postgres::AgencyTx& tx, const std::string& form, const std::string& place) {
  return tx.actor().role != "contributor" ||
         tx.run(sql::may_write_place, form, place).one().boolean("may");
}

bool may_explain(postgres::AgencyTx& tx, const BoardId& board, const RequestId& request,
                 const std::string& subject) {
  return tx.actor().role != "contributor" ||
         tx.run(sql::may_explain, board, request, subject).one().boolean("may");
}

bool may_write_commitment(postgres::AgencyTx& tx, const CommitmentId& commitment) {
  return tx.actor().role != "contributor" ||
         tx.run(sql::may_write_commitment, commitment).one().boolean("may");
}

Problem not_among_your_standards() {
  return {ProblemCode::invalid,
          "not-your-standard",
          "Your lead has limited you to other standards.",
          {{"describes",
            "This was not saved: your lead has limited you to other standards. Copy "
            "what you wrote, and ask them"}}};
}

}  // namespace onereturn::identity
