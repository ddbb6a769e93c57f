#include "tools/admin/command.hpp"

namespace onereturn::admin {

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      {.words = {"migrate"},
       .usage = "[FOLDER]",
       .purpose = "brings the database up to date (FOLDER: schemas/database/migrations)",
       .options = {},
       .run = migrate},
  };
  return all;
}

}  // namespace onereturn::admin
