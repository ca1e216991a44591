#include "platform/log/log.hpp"

#include <cmath>
#include <iterator>

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace hebra::log {
namespace {

thread_local std::string current_request;  // empty outside a request

spdlog::level::level_enum level_of(Level level) {
    switch (level) {
        case Level::debug: return spdlog::level::debug;
        case Level::info: return spdlog::level::info;
        case Level::warning: return spdlog::level::warn;
        case Level::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

std::shared_ptr<spdlog::logger> make_logger(const Settings& settings) {
    spdlog::sink_ptr sink;
    if (settings.file) sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(settings.file->string());
    else sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    auto logger = std::make_shared<spdlog::logger>("hebra", std::move(sink));
    logger->set_pattern("%v");
    logger->set_level(level_of(settings.level));
    logger->flush_on(spdlog::level::debug);
    return logger;
}

std::shared_ptr<spdlog::logger>& logger() {
    static auto held = make_logger({});
    return held;
}

using Line = fmt::memory_buffer;

void put_text(Line& line, std::string_view text) {
    line.push_back('"');
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            line.push_back('\\');
            line.push_back(c);
        } else if (static_cast<unsigned char>(c) < 0x20) {
            fmt::format_to(std::back_inserter(line), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
            line.push_back(c);
        }
    }
    line.push_back('"');
}

void put_name(Line& line, std::string_view name, std::string_view unit = "") {
    fmt::format_to(std::back_inserter(line), ",\"{}{}\":", name, unit);
}

struct PutValue {
    Line& line;
    std::string_view name;

    void operator()(bool yes) const { put("{}", yes); }
    void operator()(std::int64_t number) const { put("{}", number); }
    void operator()(std::uint64_t number) const { put("{}", number); }
    void operator()(double number) const {
        if (std::isfinite(number)) put("{}", number);
        else put("null", 0);  // JSON has no infinity
    }
    void operator()(std::chrono::microseconds span) const {
        put_name(line, name, "_us");
        fmt::format_to(std::back_inserter(line), "{}", span.count());
    }
    void operator()(std::string_view text) const {
        put_name(line, name);
        put_text(line, text);
    }
    void operator()(Time moment) const { (*this)(std::string_view(to_text(moment))); }
    void operator()(const Uuid& id) const {
        const auto chars = id.chars();
        (*this)(std::string_view(chars.data(), chars.size()));
    }

  private:
    void put(fmt::string_view format, const auto& number) const {
        put_name(line, name);
        fmt::vformat_to(std::back_inserter(line), format, fmt::make_format_args(number));
    }
};

}  // namespace

void open(const Settings& settings) { logger() = make_logger(settings); }

void write(Level level, Literal event, Fields fields) {
    const auto& to = logger();
    if (!to->should_log(level_of(level))) return;
    Line line;
    fmt::format_to(std::back_inserter(line), R"({{"at":"{}","level":"{}","event":)", to_text(SystemClock().now()),
                   boost::describe::enum_to_string(level, "?"));
    put_text(line, event.text());
    if (!current_request.empty()) {
        put_name(line, "request");
        put_text(line, current_request);
    }
    for (const auto& field : fields) std::visit(PutValue{line, field.name.text()}, field.value.held());
    line.push_back('}');
    to->log(level_of(level), spdlog::string_view_t(line.data(), line.size()));
}

RequestScope::RequestScope(Machinery id) : outer_(std::exchange(current_request, std::string(id.text))) {}
RequestScope::~RequestScope() { current_request = std::move(outer_); }

}  // namespace hebra::log
