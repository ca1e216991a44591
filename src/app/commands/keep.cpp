// hebra backup FILE, hebra restore FILE
#include <unistd.h>

#include <cstdio>

#include <fmt/ranges.h>

#include "app/commands/run.hpp"
#include "app/keeping/backup.hpp"

namespace hebra::app {
namespace {

/// Says every second how far it is: on one line for a person, on lines of their own for a log.
Tell progress(const char* what) {
    return [what, told = std::chrono::steady_clock::now()](std::int64_t bytes) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - told < std::chrono::seconds(1)) return;
        told = now;
        fmt::print(stderr, "{}: {} MB{}", what, bytes / 1'000'000, ::isatty(STDERR_FILENO) ? "…\r" : "\n");
        std::fflush(stderr);
    };
}

std::string described(const Manifest& manifest) {
    return fmt::format("{}, del {}, hecho por hebra {}", manifest.engine == "postgres" ? "PostgreSQL" : "SQLite", to_text(manifest.made_at),
                       manifest.version);
}

int tell_findings(const audit::Verification& audit) {
    for (const auto& finding : audit.findings)
        fmt::print(stderr, "  {}: {} (institución {})\n", finding.what, finding.entry, finding.institution.text());
    return complain({Refused::unavailable, words::k_restore_unsound});
}

}  // namespace

int run_backup(const Arguments& arguments) {
    if (arguments.words.size() != 1) {
        fmt::print(stderr, "hebra: use «hebra backup ARCHIVO».\n");
        return 2;
    }
    if (!is_house(arguments.settings)) return 1;
    const SystemClock clock;
    const auto made = back_up(arguments.settings, clock, arguments.words[0], progress("Respaldando"));
    if (!made) return complain(made.error());
    fmt::print("Respaldo listo: {} ({} bytes). La llave maestra no va en él: sin master.key no se puede restaurar.\n", arguments.words[0],
               std::filesystem::file_size(arguments.words[0]));
    return 0;
}

int run_restore(const Arguments& arguments) {
    if (arguments.words.size() != 1) {
        fmt::print(stderr, "hebra: use «hebra restore ARCHIVO», o «hebra restore ARCHIVO --check» para solo comprobarlo.\n");
        return 2;
    }
    const auto& file = arguments.words[0];
    if (arguments.has("--check")) {
        const auto manifest = check_backup(arguments.settings, file, progress("Comprobando"));
        if (!manifest) return complain(manifest.error());
        fmt::print("El respaldo está entero: {}.\n", described(*manifest));
        return 0;
    }
    const SystemClock clock;
    const auto restored = restore(arguments.settings, clock, file,
                                  arguments.has("--without-erasures") ? Erased::nobody : Erased::told_by_ledger, progress("Restaurando"));
    if (!restored) return complain(restored.error());
    if (!restored->audit.sound()) return tell_findings(restored->audit);
    fmt::print("Restaurado: {}. La auditoría está como se escribió: {} asientos. Todas las sesiones terminaron.\n",
               described(restored->manifest), restored->audit.entries);
    if (restored->last_told)
        fmt::print("Libro de borrados: {} personas, su última línea del {}; {} se borraron de nuevo. Compruebe que sea su copia más nueva.\n",
                   restored->erased, to_text(*restored->last_told), restored->erased_again);
    if (restored->completed > 0)
        fmt::print("Ese libro es anterior al respaldo: se completó con {} líneas que el respaldo conoce.\n", restored->completed);
    if (restored->withdrawn_again > 0)
        fmt::print("Permisos retirados después del respaldo: {}; se retiraron de nuevo, y queda en la hebra de cada persona.\n",
                   restored->withdrawn_again);
    if (!restored->to_cancel.empty())
        fmt::print("Derivaciones que volvieron como estaban, sin lo que viajó; quien las envió las anula de nuevo: {}.\n",
                   fmt::join(restored->to_cancel, ", "));
    if (restored->links_ended > 0)
        fmt::print("Enlaces de receptores sin cuenta que quedaron cerrados: {}. Haga otros donde se necesiten.\n", restored->links_ended);
    return 0;
}

}  // namespace hebra::app
