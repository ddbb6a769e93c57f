#pragma once

#include <string>

namespace onereturn::bench {

// What tools/dev hands over: where everything listens, and how long to measure.
struct Arguments {
  std::string database;  // libpq's settings, as the cluster's superuser
  std::string host = "localhost";
  int port = 0;
  std::string ca_file;
  int gateway_pid = 0;
  int worker_pid = 0;
  int postmaster_pid = 0;
  std::string worker;  // the program, for a second one; our environment is what it is told
  std::string goals_file;
  std::string folder;     // on the disk where the service keeps its files
  std::string json_file;  // empty: no file
  std::string only;       // scenarios whose name begins so; empty: all
  int rounds = 5;
  int round_ms = 3000;
  int warm_up_ms = 1000;
};

// Reads "--name value" pairs. Throws std::runtime_error that names what is wrong.
Arguments parse(int count, char** values);

}  // namespace onereturn::bench
