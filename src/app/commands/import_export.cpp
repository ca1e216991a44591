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
    fmt::print(stderr, "hebra import directory ARCHIVO [--dry-run] [--retire-missing]\n"
                       "hebra export directory [ARCHIVO]\n");
    return 2;
}

int cannot(std::string_view act, const std::string& path) {
    fmt::print(stderr, "hebra: no se puede {} «{}».\n", act, path);
    return 1;
}

std::optional<std::string> whole(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) return std::nullopt;
    return text;
}

/// "1 fila", "3 filas".
std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

void tell_refused(const directory::Plan& plan) {
    if (plan.refused.empty()) return;
    fmt::print("\nRechazadas\n");
    for (const auto& row : plan.refused) {
        fmt::print("  línea {}", row.line);
        if (!row.column.empty()) fmt::print(", columna {}", row.column);
        if (!row.value.empty()) fmt::print(", «{}»", row.value);
        fmt::print(": {}\n", row.word.es);
    }
}

void tell_difference(const directory::Plan& plan, directory::Gone gone) {
    if (!plan.added.empty()) fmt::print("\nNuevas\n");
    for (const auto& service : plan.added) fmt::print("  {}  {} ({})\n", service.code, service.name, service.institution);
    if (!plan.changed.empty()) fmt::print("\nCambian\n");
    for (const auto& changed : plan.changed) {
        fmt::print("  línea {}, {}  {}\n", changed.line, changed.after.code, changed.after.name);
        for (const auto& field : changed.fields) fmt::print("    {}: «{}» → «{}»\n", field.column, field.before, field.after);
    }
    if (plan.gone.empty()) return;
    fmt::print("\nNo vienen en el archivo: {}\n  {}\n",
               gone == directory::Gone::retire ? "dejan de ofrecerse" : "quedan como están; con --retire-missing dejan de ofrecerse",
               fmt::join(plan.gone, " "));
}

void tell(const std::string& path, const directory::Plan& plan, directory::Gone gone) {
    fmt::print("{}: {}, separador «{}», {}\n", path, plan.encoding, plan.separator == '\t' ? "tabulador" : std::string(1, plan.separator),
               counted(plan.rows, "fila", "filas"));
    const auto rows = plan.refused_rows();
    fmt::print("  nuevas {}, cambian {}, iguales {}, no vienen {}, rechazadas {}{}\n", plan.added.size(), plan.changed.size(),
               plan.unchanged, plan.gone.size(), rows,
               plan.refused.size() > rows ? fmt::format(" (por {} errores)", plan.refused.size()) : "");
    tell_difference(plan, gone);
    tell_refused(plan);
    fmt::print("\n");
}

bool changes_nothing(const directory::Plan& plan, directory::Gone gone) {
    return plan.added.empty() && plan.changed.empty() && (gone == directory::Gone::keep || plan.gone.empty());
}

int import_directory(House& house, const std::string& path, const Arguments& arguments) {
    const auto file = whole(path);
    if (!file) return cannot("leer", path);
    const auto gone = arguments.has(k_retire_missing) ? directory::Gone::retire : directory::Gone::keep;
    const auto plan = house.directory.plan(*file);
    if (!plan) return complain(plan.error());
    tell(path, *plan, gone);
    if (!plan->refused.empty()) {
        fmt::print("No se guardó nada. Corrija lo rechazado y cargue el archivo de nuevo.\n");
        return 1;
    }
    if (changes_nothing(*plan, gone)) {
        fmt::print("No hay nada que cambiar.\n");
        return 0;
    }
    if (arguments.has(k_dry_run)) {
        fmt::print("Es solo un ensayo: no se guardó nada.\n");
        return 0;
    }
    if (const auto done = house.directory.apply(house.system(), *plan, gone); !done) return complain(done.error());
    fmt::print("Guardado. Un número nuevo o cambiado no se muestra al público hasta que alguien lo confirme.\n");
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
    return keep(words[1], text) ? 0 : cannot("escribir", words[1]);
}

}  // namespace hebra::app
