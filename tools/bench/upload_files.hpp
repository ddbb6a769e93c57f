#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace onereturn::bench {

struct Digest;

inline constexpr std::size_t file_bytes = std::size_t{25} * 1024 * 1024;

// Files of exactly 25 MiB that pass for PDFs, each different by its last bytes alone, so that the
// digest of one more costs nothing.
class FileMaker {
 public:
  FileMaker();
  ~FileMaker();
  FileMaker(const FileMaker&) = delete;
  FileMaker& operator=(const FileMaker&) = delete;

  const std::string& beginning() const { return beginning_; }
  struct End {
    std::string bytes;
    std::string sha256;  // of the whole file, in hexadecimal
  };
  End end(std::uint64_t number) const;

 private:
  std::string beginning_;
  std::unique_ptr<Digest> so_far_;
};

// The same work without a service: writes the file into the folder, digests what is written, waits
// for the disk, and removes it. Answers the digest. Throws std::runtime_error.
std::string copy_and_digest(const FileMaker& files, std::uint64_t number,
                            const std::string& folder);

// The most resident memory that a process has had since the mark was put back, and now, in MiB.
void put_back_peak(int pid);
double peak_memory(int pid);
double resident_memory(int pid);

}  // namespace onereturn::bench
