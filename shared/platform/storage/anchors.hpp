#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "platform/storage/storage.hpp"

// What is to outlive a database that somebody changed: lines that are only ever added.
namespace onereturn::storage {

// May be used from any thread and by several programs at once. Every function throws
// StorageUnavailable, append StorageFull as well; a line is then not there, not even half.
class AnchorStore {
 public:
  virtual ~AnchorStore() = default;

  // Nobody else adds while this runs: `line` is given the last line ("" when there is none) and
  // answers the next one, without its end; "" for none. It is lasting when `kept` is called. False,
  // and neither is called, while somebody else is adding.
  virtual bool append(const std::function<std::string(std::string_view last)>& line,
                      const std::function<void()>& kept) = 0;

  // Every whole line, in order.
  virtual void read(const std::function<void(std::string_view line)>& each) = 0;
};

// One file, anchors.jsonl, in a folder that should not be on the database's machine. The folder is
// made when it is not there.
std::unique_ptr<AnchorStore> open_anchor_folder(const std::string& folder);

}  // namespace onereturn::storage
