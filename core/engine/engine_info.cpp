// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_info.h"

#include "core/engine/device.h"

#include <ATen/Context.h>
#include <ATen/Version.h>
#include <dlfcn.h>

#include <filesystem>
#include <fstream>
#include <thread>

namespace digitlab {

namespace {

/// A function of a library that LibTorch brought along, or null where it did not. The search
/// begins in the engine's own scope, so that it works however the module was loaded.
template <class Function>
Function* findFunction(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_DEFAULT, name));
}

/// "OpenBLAS 0.3.21 (openmp, SkylakeX)", or empty where OpenBLAS is not in use.
std::string openBlasName() {
    auto* config = findFunction<const char*()>("openblas_get_config");
    auto* coreName = findFunction<const char*()>("openblas_get_corename");
    auto* parallel = findFunction<int()>("openblas_get_parallel");
    if (config == nullptr || coreName == nullptr || parallel == nullptr) {
        return {};
    }
    const std::string text = config(); // "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH …"
    const std::string nameAndVersion = text.substr(0, text.find(' ', text.find(' ') + 1));
    const int kind = parallel();
    const char* threading = kind == 0 ? "sequential" : kind == 1 ? "pthread" : "openmp";
    return nameAndVersion + " (" + threading + ", " + coreName() + ")";
}

/// The file that matrix products come from, with its links followed.
std::string blasFile() {
    Dl_info found{};
    void* product = dlsym(RTLD_DEFAULT, "sgemm_");
    if (product == nullptr || dladdr(product, &found) == 0) {
        return {};
    }
    std::error_code error;
    const auto path = std::filesystem::canonical(found.dli_fname, error);
    return error ? found.dli_fname : path.string();
}

void describeBlas(EngineInfo& info) {
    info.blas = openBlasName();
    if (!info.blas.empty()) {
        return;
    }
    const std::string file = blasFile();
    // Debian keeps each implementation in a folder of its own: blas/, atlas/, blis-openmp/, …
    info.referenceBlas = std::filesystem::path(file).parent_path().filename() == "blas";
    info.blas = info.referenceBlas ? "reference BLAS (" + file + ")"
                : file.empty()     ? "built into LibTorch"
                                   : file;
}

/// The value of the first line of a text that begins with `key`, or empty.
std::string valueOf(std::istream& text, const std::string& key) {
    for (std::string line; std::getline(text, line);) {
        if (const auto at = line.find(key); at != std::string::npos) {
            const auto value = line.find_first_not_of(" \t:", at + key.size());
            return value == std::string::npos ? std::string() : line.substr(value);
        }
    }
    return {};
}

std::string cpuName() {
    std::ifstream file("/proc/cpuinfo");
    const std::string name = valueOf(file, "model name");
    return name.empty() ? "CPU" : name;
}

} // namespace

EngineInfo lookUpEngineInfo() {
    EngineInfo info;
    info.name = "LibTorch";
    info.version = DIGITLAB_TORCH_VERSION;
    describeBlas(info);
    std::istringstream config(at::show_config());
    info.processor = valueOf(config, "CPU capability usage");
    info.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const Message problem = cudaProblem();
    info.devices = {{Device::Cpu, cpuName(), true, {}},
                    {Device::Cuda, "CUDA", problem.empty(), problem}};
    for (const Precision precision : {Precision::Float32, Precision::BFloat16}) {
        const Message reason = precisionProblem(precision);
        info.precisions.push_back({precision, reason.empty(), reason});
    }
    return info;
}

} // namespace digitlab
