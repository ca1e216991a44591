// hebra backup FILE, hebra restore FILE
#include <unistd.h>

#include <cstdio>

#include <fmt/ranges.h>

#include "app/commands/run.hpp"
#include "app/keeping/backup.hpp"

namespace hebra::app {
namespace {

/// Says every second how far it is: on one line for a person, on lines of their own for a log.
Tell progress(const Word& word) {
    return [what = say(word, console_language()), told = std::chrono::steady_clock::now()](std::int64_t bytes) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - told < std::chrono::seconds(1)) return;
        told = now;
        fmt::print(stderr, "{}: {} MB{}", what, bytes / 1'000'000, ::isatty(STDERR_FILENO) ? "…\r" : "\n");
        std::fflush(stderr);
    };
}

std::string described(const Manifest& manifest) {
    const auto* engine = manifest.engine == "postgres" ? "PostgreSQL" : "SQLite";
    const auto at = told_time(manifest.made_at);
    return console_language() == Language::en ? fmt::format("{}, of {}, made by hebra {}", engine, at, manifest.version)
                                              : fmt::format("{}, del {}, hecho por hebra {}", engine, at, manifest.version);
}

int tell_findings(const audit::Verification& audit) {
    for (const auto& finding : audit.findings)
        tell(stderr, "  {}: {} (institución {})\n", "  {}: {} (institution {})\n", say(finding.what, console_language()), finding.entry,
             finding.institution.text());
    return complain({Refused::unavailable, words::k_restore_unsound});
}

void tell_restored(const Restored& restored) {
    tell(stdout, "Restaurado: {}. La auditoría está como se escribió: {} asientos. Todas las sesiones terminaron.\n",
         "Restored: {}. The audit is as it was written: {} entries. All sessions have ended.\n", described(restored.manifest), restored.audit.entries);
    if (restored.last_told)
        tell(stdout, "Libro de borrados: {} personas, su última línea del {}; {} se borraron de nuevo. Compruebe que sea su copia más nueva.\n",
             "Erasure ledger: {} people, its last line of {}; {} were erased again. Make sure that it is your newest copy.\n", restored.erased,
             told_time(*restored.last_told), restored.erased_again);
    if (restored.completed > 0)
        tell(stdout, "Ese libro es anterior al respaldo: se completó con {} líneas que el respaldo conoce.\n",
             "That ledger is older than the backup: it was completed with {} lines that the backup knows.\n", restored.completed);
    if (restored.withdrawn_again > 0)
        tell(stdout, "Permisos retirados después del respaldo: {}; se retiraron de nuevo, y queda en la hebra de cada persona.\n",
             "Permissions taken back after the backup: {}; they were taken back again, and it stands on each person's thread.\n",
             restored.withdrawn_again);
    if (!restored.to_cancel.empty())
        tell(stdout, "Derivaciones que volvieron como estaban, sin lo que viajó; quien las envió las anula de nuevo: {}.\n",
             "Referrals that came back as they stood, without what travelled; whoever sent them cancels them again: {}.\n",
             fmt::join(restored.to_cancel, ", "));
    if (restored.links_ended > 0)
        tell(stdout, "Enlaces de receptores sin cuenta que quedaron cerrados: {}. Haga otros donde se necesiten.\n",
             "Links of receivers without an account that are closed now: {}. Make others where they are needed.\n", restored.links_ended);
}

}  // namespace

int run_backup(const Arguments& arguments) {
    if (arguments.words.size() != 1) {
        tell(stderr, "hebra: use «hebra backup ARCHIVO».\n", "hebra: use “hebra backup FILE”.\n");
        return 2;
    }
    if (!is_house(arguments.settings)) return 1;
    const SystemClock clock;
    const auto made = back_up(arguments.settings, clock, arguments.words[0], progress({"backing_up", "Respaldando", "Backing up"}));
    if (!made) return complain(made.error());
    tell(stdout, "Respaldo listo: {} ({} bytes). La llave maestra no va en él: sin master.key no se puede restaurar.\n",
         "The backup is ready: {} ({} bytes). The master key is not in it: without master.key it cannot be restored.\n", arguments.words[0],
         std::filesystem::file_size(arguments.words[0]));
    return 0;
}

int run_restore(const Arguments& arguments) {
    if (arguments.words.size() != 1) {
        tell(stderr, "hebra: use «hebra restore ARCHIVO», o «hebra restore ARCHIVO --check» para solo comprobarlo.\n",
             "hebra: use “hebra restore FILE”, or “hebra restore FILE --check” only to check it.\n");
        return 2;
    }
    const auto& file = arguments.words[0];
    if (arguments.has("--check")) {
        const auto manifest = check_backup(arguments.settings, file, progress({"checking", "Comprobando", "Checking"}));
        if (!manifest) return complain(manifest.error());
        tell(stdout, "El respaldo está entero: {}.\n", "The backup is whole: {}.\n", described(*manifest));
        return 0;
    }
    const SystemClock clock;
    const auto restored = restore(arguments.settings, clock, file,
                                  arguments.has("--without-erasures") ? Erased::nobody : Erased::told_by_ledger,
                                  progress({"restoring", "Restaurando", "Restoring"}));
    if (!restored) return complain(restored.error());
    if (!restored->audit.sound()) return tell_findings(restored->audit);
    tell_restored(*restored);
    return 0;
}

}  // namespace hebra::app
