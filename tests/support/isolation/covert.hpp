#pragma once

#include <set>
#include <string>
#include <vector>

#include "support/isolation/matrix.hpp"

namespace onereturn::testing::isolation {

// What could be learnt of another's row without seeing it: whether it is there, how many there are,
// what they hold. The same statement is asked about a row of somebody else and about one that
// nobody has; everything that comes back, to the word of a refusal and to the rows a plan expects,
// must be the same.
class CovertChannels {
 public:
  CovertChannels(pqxx::transaction_base& work, std::vector<Table> tables);

  // Keys, links, counts, plans, locks, statistics and storage of every table.
  Report of_tables();
  // Functions that a scope may call with an id, sequences, other sessions, large objects.
  Report of_the_rest();

 private:
  struct Probe {
    std::string what;
    std::string arranging;
    std::string about_theirs;
    std::string about_nothing;
  };

  void probe_table(const Actor& actor, const Table& table);
  std::vector<Probe> probes(const Actor& actor, const Table& table, const Row& own,
                            const Row& theirs) const;
  void compare(const Actor& actor, const Probe& probe, const Row& theirs);
  void refuse(const Actor& actor, const std::string& what, const std::string& statement);
  void probe_functions(const Actor& actor);

  pqxx::transaction_base& work_;
  std::vector<Table> tables_;
  std::set<std::string> known_;  // ids that the actor of now has in rows of its own
  Stage stage_;
  Report report_;
};

}  // namespace onereturn::testing::isolation
