// Each command's entry; the table is in table.cpp.
#pragma once
#include <memory>

#include "app/commands/command.hpp"

namespace hebra::app {

class House;

/// The house that is there already. What reads, verifies or saves never makes one: a folder typed wrongly would be told to be
/// whole.
/// @return null after saying on standard error why not, naming the folder
std::unique_ptr<House> open_house(const Settings& settings, const Clock& clock);
/// Whether there is one where the settings say; if not, says so on standard error.
bool is_house(const Settings& settings);

int run_serve(const Arguments& arguments);
int run_demo(const Arguments& arguments);
int run_audit(const Arguments& arguments);
int run_backup(const Arguments& arguments);
int run_restore(const Arguments& arguments);
int run_institution(const Arguments& arguments);
int run_user(const Arguments& arguments);
int run_key(const Arguments& arguments);
int run_confirm(const Arguments& arguments);
int run_import(const Arguments& arguments);
int run_export(const Arguments& arguments);
int run_migrate(const Arguments& arguments);
int run_schema(const Arguments& arguments);
int run_config(const Arguments& arguments);
int run_openapi(const Arguments& arguments);
int run_routes(const Arguments& arguments);
int run_roles(const Arguments& arguments);
int run_version(const Arguments& arguments);

}  // namespace hebra::app
