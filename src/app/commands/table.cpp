#include "app/commands/run.hpp"

namespace hebra::app {
namespace {

constexpr Option k_institution_options[] = {
    {"--sector=", {"sector", "helpline, health, childhood, education, justice, municipal, gender o community",
                   "helpline, health, childhood, education, justice, municipal, gender or community"}},
    {"--nature=", {"nature", "public_body, private_nonprofit o private_other", "public_body, private_nonprofit or private_other"}},
    {"--region=", {"region", "código de dos cifras de su región; sin ella ni comuna, atiende a todo Chile",
                   "its region's code of two figures; without it and without a comuna, it attends all of Chile"}},
    {"--comuna=", {"comuna", "código de cinco cifras de su comuna", "its comuna's code of five figures"}},
};
constexpr Option k_user_options[] = {
    {"--name=", {"name", "cómo se llama", "what they are called"}},
    {"--institution=", {"institution", "el nombre de su institución, o su identificador", "the name of their institution, or its id"}},
    {"--role=", {"role", "uno de los de «hebra roles»", "one of those of “hebra roles”"}},
    {"--password-file=", {"password_file", "un archivo con su contraseña, que otros no puedan leer; sin él, se entrega un enlace para elegirla",
                          "a file with their password, which others cannot read; without it, a link to choose one is given"}},
};
constexpr Option k_demo_options[] = {
    {"--scale=", {"scale", "cuántas veces más grande, de 1 a 100000", "how many times larger, from 1 to 100000"}},
};
constexpr Option k_confirm_options[] = {
    {"--how=", {"how", "cómo se comprobó: queda escrito junto al número", "how it was checked: it is written beside the number"}},
    {"--withdraw", {"withdraw", "estaba malo, o hay dudas: deja de mostrarse", "it was wrong, or is in doubt: it is shown no more"}},
    {"--unused", {"unused", "esta red no lo usa", "this network has no use for it"}},
};
constexpr Option k_import_options[] = {
    {"--dry-run", {"dry_run", "muestra qué cambiaría, y no guarda nada", "shows what would change, and keeps nothing"}},
    {"--retire-missing", {"retire_missing", "retira lo que el archivo ya no trae", "retires what the file no longer brings"}},
};
constexpr Option k_restore_options[] = {
    {"--check", {"check", "comprueba que esté entero, y no restaura nada", "checks that it is whole, and restores nothing"}},
    {"--without-erasures", {"without_erasures",
                            "CUIDADO: sin el libro de borrados vuelve quien pidió que le borraran. Solo si el libro se perdió y no hay otra copia",
                            "BEWARE: without the erasure ledger, whoever asked to be erased comes back. Only if the ledger was lost and there is no "
                            "other copy"}},
};

constexpr Command k_commands[] = {
    {"serve", "",
     {"serve", "sirve la aplicación", "serves the application"},
     run_serve},
    {"demo", "[--scale N]",
     {"demo", "carga la red de demostración, con personas ficticias", "loads the demonstration network, with fictitious people"},
     run_demo, k_demo_options},
    {"audit", "verify",
     {"audit", "comprueba el registro de auditoría: nada alterado, nada eliminado", "checks the audit record: nothing altered, nothing removed"},
     run_audit},
    {"backup", "ARCHIVO",
     {"backup", "respalda todo en un archivo cifrado, sin detener el servidor", "backs everything up into one encrypted file, without stopping the server"},
     run_backup},
    {"restore", "ARCHIVO [--check] [--without-erasures]",
     {"restore", "restaura un respaldo en un lugar vacío; --check solo lo comprueba", "restores a backup in an empty place; --check only checks it"},
     run_restore, k_restore_options},
    {"institution", "add NOMBRE --sector SECTOR --nature NATURALEZA | list | coordinate NOMBRE",
     {"institution", "funda una institución: lo primero en una instalación nueva", "founds an institution: the first thing in a new installation"},
     run_institution, k_institution_options},
    {"user", "add CORREO --name NOMBRE --institution NOMBRE --role ROL | list --institution NOMBRE | disable | enable | reset CORREO",
     {"user", "administra las cuentas del personal", "administers the staff's accounts"},
     run_user, k_user_options},
    {"key", "rotate",
     {"key", "renueva la llave de cada institución, sin detener el servidor", "renews each institution's key, without stopping the server"},
     run_key},
    {"import", "directory ARCHIVO [--dry-run] [--retire-missing]",
     {"import", "carga un archivo: muestra qué cambia, y lo guarda todo o nada", "loads a file: shows what changes, and keeps all of it or nothing"},
     run_import, k_import_options},
    {"export", "directory [ARCHIVO]",
     {"export", "escribe el catastro como archivo CSV", "writes the directory as a CSV file"},
     run_export},
    {"confirm", "emergency [NÚMERO…]",
     {"confirm", "dice qué números de emergencia puede ver y marcar el público", "says which emergency numbers the public may see and dial"},
     run_confirm, k_confirm_options},
    {"migrate", "",
     {"migrate", "lleva la base de datos al esquema de esta versión", "brings the database to this version's schema"},
     run_migrate},
    {"schema", "",
     {"schema", "muestra el esquema en una forma normal", "shows the schema in a normal form"},
     run_schema},
    {"config", "",
     {"config", "muestra cada ajuste con su valor y su explicación", "shows each setting with its value and its explanation"},
     run_config},
    {"openapi", "",
     {"openapi", "muestra la descripción de la API (OpenAPI 3.1)", "shows the API's description (OpenAPI 3.1)"},
     run_openapi},
    {"routes", "",
     {"routes", "muestra cada ruta con su permiso", "shows each route with its permission"},
     run_routes},
    {"roles", "",
     {"roles", "muestra cada permiso con sus roles", "shows each permission with its roles"},
     run_roles},
    {"version", "",
     {"version", "muestra la versión", "shows the version"},
     run_version},
};

}  // namespace

std::span<const Command> commands() { return k_commands; }

}  // namespace hebra::app
