#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "platform/convert/child.hpp"
#include "platform/convert/job_folder.hpp"

namespace onereturn::convert {

struct Limits {
  std::chrono::seconds time{60};                     // for each program
  std::uint64_t memory = 4ULL * 1024 * 1024 * 1024;  // bytes of addresses, for each program
  std::uint64_t file = 256ULL * 1024 * 1024;         // bytes that a program may write into one file
};

// Where programs run that read what strangers wrote.
//   closed: namespaces of their own, no network, no file but /usr, fonts and the job's folder
//   open:   limits only; the machine itself must keep them from networks and files
enum class Room { closed, open };

// True when this machine lets us make closed rooms.
bool closed_rooms_can_be_had();

// Runs a program with the job's folder as its own. In the words {job} stands for that folder and
// {scratch} for one that goes with the program. Throws std::system_error.
Ended run_in(Room room, const JobFolder& job, const Limits& limits,
             const std::vector<std::string>& words);

}  // namespace onereturn::convert
