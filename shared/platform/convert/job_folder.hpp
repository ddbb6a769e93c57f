#pragma once

#include <string>
#include <string_view>

namespace onereturn::convert {

// A folder of one job, which nobody else may read. Gone with the object, whatever stands in it;
// that of a process that was killed is held by nobody, and goes with remove_orphans().
class JobFolder {
 public:
  // Throws std::system_error when none can be made under that folder.
  explicit JobFolder(const std::string& under);
  ~JobFolder();
  JobFolder(const JobFolder&) = delete;
  JobFolder& operator=(const JobFolder&) = delete;

  const std::string& path() const { return path_; }
  // Throws std::system_error when the disk does not take it.
  void write(const std::string& name, std::string_view bytes) const;
  // The bytes of an ordinary file; "" when there is none, or more than `most`. A link is no file:
  // who worked in the folder may have put it there.
  std::string read(const std::string& name, std::size_t most) const;

 private:
  std::string path_;
  int lock_ = -1;
};

// Removes the folders of jobs whose program is no more; those of programs that run stay, also where
// several work in one folder. Answers how many.
int remove_orphans(const std::string& under);

}  // namespace onereturn::convert
