#include "platform/config/config.hpp"

#include <array>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "platform/config/words.hpp"

namespace hebra::config {
namespace {

enum class Detail { little, much };
BOOST_DESCRIBE_ENUM(Detail, little, much)

struct Limits {
    int body_kib = 1024;
    Duration patience = std::chrono::seconds(30);
};
BOOST_DESCRIBE_STRUCT(Limits, (), (body_kib, patience))
constexpr auto comments_for(About<Limits>) {
    return std::array{Comment{"body_kib", "Greatest body."}, Comment{"patience", "How long to wait."}};
}

struct Mail {
    std::string host = "localhost";
    std::filesystem::path password_file;
    Limits limits;
    bool tls = false;
};
BOOST_DESCRIBE_STRUCT(Mail, (), (host, password_file, limits, tls))
constexpr auto comments_for(About<Mail>) {
    return std::array{Comment{"host", "Server."}, Comment{"password_file", "File with the password."},
                      Comment{"tls", "Always encrypt."}, Comment{"limits", "Limits of mail."}};
}

struct Settings {
    Mail mail;
    std::string database = "sqlite";
    std::vector<std::string> origins;
    Detail detail = Detail::little;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (mail, database, origins, detail))
constexpr auto comments_for(About<Settings>) {
    return std::array{Comment{"mail", "Outgoing mail."}, Comment{"database", "Where rows live."},
                      Comment{"origins", "Allowed origins."}, Comment{"detail", "How much to say."}};
}

struct Forgetful {
    int told = 1;
    int untold = 2;
};
BOOST_DESCRIBE_STRUCT(Forgetful, (), (told, untold))
constexpr auto comments_for(About<Forgetful>) { return std::array{Comment{"told", "Told."}}; }

static_assert(detail::comments_match<Settings>());
static_assert(!detail::comments_match<Forgetful>(), "a member without a comment does not compile");
static_assert(detail::names_a_secret("mail_password") && detail::names_a_secret("key"));
static_assert(!detail::names_a_secret("mail_password_file") && !detail::names_a_secret("monkey"));

/// A file that goes away with the test.
class TomlFile {
  public:
    explicit TomlFile(std::string_view text) { std::ofstream(path_) << text; }
    ~TomlFile() { std::filesystem::remove(path_); }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / ("hebra_config_" + std::to_string(getpid()) + ".toml");
};

std::vector<std::string> said(const Loaded<Settings>& loaded, Language language = Language::en) {
    std::vector<std::string> lines;
    if (!loaded)
        for (const auto& problem : loaded.error()) lines.push_back(say(problem, language));
    return lines;
}

TEST(Config, each_source_overrides_the_one_before_key_by_key) {
    const TomlFile file("database = \"from file\"\norigins = [\"a\", \"b\"]\n[mail]\nhost = \"from file\"\n"
                        "[mail.limits]\nbody_kib = 7\npatience = \"90m\"\n");
    const auto loaded = load<Settings>({file.path(),
                                        {"HEBRA_DATABASE=from environment", "HEBRA_MAIL_HOST=from environment",
                                         "HEBRA_TEST_POSTGRES=ignored", "PATH=ignored", "HEBRA_DETAIL=much"},
                                        {"--mail.host", "from flag", "--mail.tls", "--mail.limits.body_kib=9"}});
    ASSERT_EQ(said(loaded), std::vector<std::string>{});
    EXPECT_EQ(loaded->database, "from environment");
    EXPECT_EQ(loaded->mail.host, "from flag");
    EXPECT_EQ(loaded->mail.limits.body_kib, 9);
    EXPECT_EQ(loaded->mail.limits.patience, std::chrono::minutes(90));
    EXPECT_EQ(loaded->origins, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(loaded->detail, Detail::much);
    EXPECT_TRUE(loaded->mail.tls);
}

TEST(Config, names_what_it_does_not_know_and_its_nearest_kin_in_that_source) {
    const TomlFile file("[mail]\nhots = \"x\"\n");
    const auto loaded = load<Settings>({file.path(), {"HEBRA_MAIL_HOTS=x"}, {"--databse", "x", "--quite-other"}});
    const std::string name = file.path().filename().string();
    EXPECT_EQ(said(loaded), (std::vector<std::string>{
                                name + ":2: mail.hots: There is no such setting. Did you mean mail.host?",
                                "HEBRA_MAIL_HOTS: There is no such setting. Did you mean HEBRA_MAIL_HOST?",
                                "--databse: There is no such setting. Did you mean --database?",
                                "--quite-other: There is no such setting."}));
    EXPECT_EQ(said(loaded, Language::es).front(),
              name + ":2: mail.hots: No existe esa opción. ¿Quiso decir mail.host?");
}

TEST(Config, refuses_a_value_of_the_wrong_kind_and_says_which_it_wants) {
    const TomlFile file("database = 3\norigins = [1]\nmail = 2\ndetail = \"some\"\n");
    const auto lines = said(load<Settings>({file.path(),
                                            {"HEBRA_MAIL_TLS=si", "HEBRA_MAIL=x"},
                                            {"--mail.limits.body_kib=99999999999", "--mail.limits.body_kib=1k",
                                             "--mail.limits.patience=soon", "stray", "--database"}}));
    ASSERT_EQ(lines.size(), 11);
    const std::string name = file.path().filename().string();
    EXPECT_EQ(lines[0], name + ":1: database: A quoted text is expected.");
    EXPECT_EQ(lines[1], name + ":4: detail: One of the allowed words is expected. (little, much)");
    EXPECT_EQ(lines[4], "HEBRA_MAIL_TLS: Either true or false is expected.");
    EXPECT_EQ(lines[5], "HEBRA_MAIL: This is a section: its settings go under it.");
    EXPECT_EQ(lines[6], "--mail.limits.body_kib: A whole number that fits is expected.");
    EXPECT_EQ(lines[9], "stray: An option was expected, such as --key=value.");
    EXPECT_EQ(lines[10], "--database: Its value is missing.");
}

TEST(Config, says_where_a_file_is_not_toml_and_when_there_is_none) {
    const TomlFile file("[mail]\nhost = \n");
    EXPECT_NE(said(load<Settings>({file.path()})).front().find(":2: The file is not valid TOML. ("), std::string::npos);
    EXPECT_EQ(said(load<Settings>({"/nowhere/hebra.toml"})).front(),
              "/nowhere/hebra.toml: The configuration file cannot be read.");
}

TEST(Config, prints_every_key_so_that_it_can_be_read_back) {
    Settings settings;
    settings.mail.host = "say \"hi\"\\";
    settings.origins = {"a", "b"};
    const std::string printed = to_toml(settings);
    EXPECT_EQ(printed,
              "# Where rows live.\ndatabase = \"sqlite\"\n"
              "# Allowed origins.\n# default: []\norigins = [\"a\", \"b\"]\n"
              "# How much to say.\ndetail = \"little\"\n"
              "\n# Outgoing mail.\n[mail]\n"
              "# Server.\n# default: \"localhost\"\nhost = \"say \\\"hi\\\"\\\\\"\n"
              "# File with the password.\npassword_file = \"\"\n"
              "# Always encrypt.\ntls = false\n"
              "\n# Limits of mail.\n[mail.limits]\n"
              "# Greatest body.\nbody_kib = 1024\n# How long to wait.\npatience = \"30s\"\n");
    const TomlFile file(printed);
    const auto again = load<Settings>({file.path()});
    ASSERT_EQ(said(again), std::vector<std::string>{});
    EXPECT_EQ(to_toml(*again), printed);
}

TEST(Config, hides_the_password_inside_a_url) {
    Settings settings;
    for (const auto& [url, shown] : std::vector<std::pair<std::string, std::string>>{
             {"postgresql://hebra:s3:cr@t@db:5432/hebra", "postgresql://hebra:***@db:5432/hebra"},
             {"postgresql://hebra@db:5432/hebra", "postgresql://hebra@db:5432/hebra"},
             {"postgresql://db/hebra", "postgresql://db/hebra"}}) {
        settings.database = url;
        EXPECT_NE(to_toml(settings).find("\ndatabase = \"" + shown + "\"\n"), std::string::npos) << url;
    }
}

TEST(Config, spells_durations_in_the_greatest_unit_that_loses_nothing) {
    for (const auto* text : {"35d", "8h", "90m", "15s", "500ms", "0s"}) EXPECT_EQ(to_text(*parse_duration(text)), text);
    EXPECT_EQ(to_text(*parse_duration("48h")), "2d");
    for (const auto* bad : {"", "d", "8", "-8h", "8 h", "8H", "1.5h", "8h30m", "9223372036854775807d"})
        EXPECT_EQ(parse_duration(bad), std::nullopt) << bad;
}

TEST(Config, reads_a_secret_without_its_line_break) {
    const TomlFile file("hunter2\n");
    EXPECT_EQ(read_secret(file.path())->reveal(), "hunter2");
    const TomlFile empty("\n");
    EXPECT_EQ(read_secret(empty.path()).error().word, words::k_secret_unreadable);
    EXPECT_EQ(read_secret("/nowhere").error().word, words::k_secret_unreadable);
}

}  // namespace
}  // namespace hebra::config
