// hebra import directory and hebra export directory
#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/commands/run.hpp"
#include "app/house.hpp"

namespace hebra::app {
namespace {

constexpr std::string_view k_dry_run = "--dry-run";
constexpr std::string_view k_retire_missing = "--retire-missing";

int usage() {
    tell(stderr,
         "hebra import directory ARCHIVO [--dry-run] [--retire-missing]\n"
         "hebra export directory [ARCHIVO]\n",
         "hebra import directory FILE [--dry-run] [--retire-missing]\n"
         "hebra export directory [FILE]\n");
    return 2;
}

int cannot_read(const std::string& path) {
    tell(stderr, "hebra: no se puede leer «{}».\n", "hebra: “{}” cannot be read.\n", path);
    return 1;
}

int cannot_write(const std::string& path) {
    tell(stderr, "hebra: no se puede escribir «{}».\n", "hebra: “{}” cannot be written.\n", path);
    return 1;
}

std::optional<std::string> whole(const std::string& path) {
    std::error_code failed;
    if (std::filesystem::is_directory(path, failed)) return std::nullopt;  // it opens, and breaks at the first byte
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) return std::nullopt;
    return text;
}

void tell_refused(const directory::Plan& plan) {
    if (plan.refused.empty()) return;
    tell(stdout, "\nRechazadas\n", "\nRefused\n");
    for (const auto& row : plan.refused) {
        tell(stdout, "  línea {}", "  line {}", row.line);
        if (!row.column.empty()) tell(stdout, ", columna {}", ", column {}", row.column);
        if (!row.value.empty()) tell(stdout, ", «{}»", ", “{}”", row.value);
        fmt::print(": {}\n", say(row.word, console_language()));
    }
}

void tell_gone(const directory::Plan& plan, directory::Gone gone) {
    if (plan.gone.empty()) return;
    const auto codes = fmt::format("{}", fmt::join(plan.gone, " "));
    if (gone == directory::Gone::retire)
        tell(stdout, "\nNo vienen en el archivo: dejan de ofrecerse\n  {}\n", "\nNot in the file: offered no more\n  {}\n",
             codes);
    else
        tell(stdout, "\nNo vienen en el archivo: quedan como están; con --retire-missing dejan de ofrecerse\n  {}\n",
             "\nNot in the file: they stay as they are; with --retire-missing they are offered no more\n  {}\n", codes);
}

void tell_difference(const directory::Plan& plan, directory::Gone gone) {
    if (!plan.added.empty()) tell(stdout, "\nNuevas\n", "\nNew\n");
    for (const auto& service : plan.added) fmt::print("  {}  {} ({})\n", service.code, service.name, service.institution);
    if (!plan.changed.empty()) tell(stdout, "\nCambian\n", "\nChanged\n");
    for (const auto& changed : plan.changed) {
        tell(stdout, "  línea {}, {}  {}\n", "  line {}, {}  {}\n", changed.line, changed.after.code, changed.after.name);
        for (const auto& field : changed.fields)
            tell(stdout, "    {}: «{}» → «{}»\n", "    {}: “{}” → “{}”\n", field.column, field.before, field.after);
    }
    tell_gone(plan, gone);
}

/// " (5 celdas)" after how many rows change; nothing where none does.
std::string cells_text(const directory::Plan& plan) {
    std::size_t cells = 0;
    for (const auto& changed : plan.changed) cells += changed.fields.size();
    if (cells == 0) return "";
    const bool is_one = cells == 1;
    const auto* noun = console_language() == Language::en ? (is_one ? "cell" : "cells") : (is_one ? "celda" : "celdas");
    return fmt::format(" ({} {})", cells, noun);
}

void tell_counts(const directory::Plan& plan) {
    const auto rows = plan.refused_rows();
    tell(stdout, "  nuevas {}, cambian {}{}, iguales {}, no vienen {}, rechazadas {}",
         "  new {}, changed {}{}, the same {}, not in the file {}, refused {}", plan.added.size(), plan.changed.size(),
         cells_text(plan), plan.unchanged, plan.gone.size(), rows);
    if (plan.refused.size() > rows) tell(stdout, " (por {} errores)", " (for {} errors)", plan.refused.size());
    fmt::print("\n");
}

void tell_plan(const std::string& path, const directory::Plan& plan, directory::Gone gone) {
    const bool is_one = plan.rows == 1;
    const auto separator = std::string(1, plan.separator);
    tell(stdout, "{0}: {1}, separador «{2}», {4} {5}\n", "{0}: {1}, separator “{3}”, {4} {6}\n", path, plan.encoding,
         plan.separator == '\t' ? "tabulador" : separator, plan.separator == '\t' ? "tab" : separator, plan.rows,
         is_one ? "fila" : "filas", is_one ? "row" : "rows");
    tell_counts(plan);
    tell_difference(plan, gone);
    tell_refused(plan);
    fmt::print("\n");
}

bool changes_nothing(const directory::Plan& plan, directory::Gone gone) {
    return plan.added.empty() && plan.changed.empty() && (gone == directory::Gone::keep || plan.gone.empty());
}

int import_directory(House& house, const std::string& path, const Arguments& arguments) {
    const auto file = whole(path);
    if (!file) return cannot_read(path);
    const auto gone = arguments.has(k_retire_missing) ? directory::Gone::retire : directory::Gone::keep;
    const auto plan = house.directory.plan(*file);
    if (!plan) return complain(plan.error());
    tell_plan(path, *plan, gone);
    if (!plan->refused.empty()) {
        tell(stdout, "No se guardó nada. Corrija lo rechazado y cargue el archivo de nuevo.\n",
             "Nothing was saved. Correct what was refused and load the file again.\n");
        return 1;
    }
    if (changes_nothing(*plan, gone)) {
        tell(stdout, "No hay nada que cambiar.\n", "There is nothing to change.\n");
        return 0;
    }
    if (arguments.has(k_dry_run)) {
        tell(stdout, "Es solo un ensayo: no se guardó nada.\n", "It is only a trial: nothing was saved.\n");
        return 0;
    }
    if (const auto done = house.directory.apply(house.system(), *plan, gone); !done) return complain(done.error());
    tell(stdout, "Guardado. Un número nuevo o cambiado no se muestra al público hasta que alguien lo confirme.\n",
         "Saved. A new or changed number is not shown to the public until somebody confirms it.\n");
    return 0;
}

/// Beside the file first, so that a full disk leaves the old one as it was.
bool keep(const std::string& path, const std::string& text) {
    const auto beside = path + ".nuevo";
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    std::error_code failed;
    if (file.good()) std::filesystem::rename(beside, path, failed);
    if (file.good() && !failed) return true;
    std::filesystem::remove(beside, failed);
    return false;
}

}  // namespace

int run_import(const Arguments& arguments) {
    const auto& words = arguments.words;
    if (words.size() != 2 || words[0] != "directory") return usage();
    const SystemClock clock;
    if (arguments.has(k_dry_run) && !is_house(arguments.settings)) return 1;
    auto house = House::open(arguments.settings, clock);
    if (!house) return complain(house.error());
    return import_directory(**house, words[1], arguments);
}

int run_export(const Arguments& arguments) {
    const auto& words = arguments.words;
    if (words.empty() || words.size() > 2 || words[0] != "directory") return usage();
    const SystemClock clock;
    const auto house = open_house(arguments.settings, clock);
    if (!house) return 1;
    const auto text = house->directory.export_csv();
    if (words.size() == 1) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return 0;
    }
    return keep(words[1], text) ? 0 : cannot_write(words[1]);
}

}  // namespace hebra::app
