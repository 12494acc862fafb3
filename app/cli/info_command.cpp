// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/json_line.h"
#include "app/engine_module.h"
#include "app/files/data_folder.h"

#include <QtGlobal>

#include <cstdio>

namespace digitlab {

namespace {

const char* nameOf(Device device) {
    return device == Device::Cpu ? "cpu" : "cuda";
}

const char* nameOf(Precision precision) {
    return precision == Precision::Float32 ? "float32" : "bfloat16";
}

Json precisionsJson(const EngineInfo& info) {
    Json precisions = Json::array();
    for (const PrecisionInfo& precision : info.precisions) {
        precisions.push_back({{"precision", nameOf(precision.precision)},
                              {"available", precision.available},
                              {"reason", precision.reason.english()}});
    }
    return precisions;
}

Json devicesJson(const EngineInfo& info) {
    Json devices = Json::array();
    for (const DeviceInfo& device : info.devices) {
        devices.push_back({{"device", nameOf(device.device)},
                           {"name", device.name},
                           {"available", device.available},
                           {"reason", device.reason.english()}});
    }
    return devices;
}

void printText(const EngineInfo& info) {
    std::printf("Digit Lab %s\n", DIGITLAB_VERSION);
    std::printf("engine     %s %s\n", info.name.c_str(), info.version.c_str());
    std::printf("BLAS       %s%s\n", info.blas.c_str(),
                info.referenceBlas ? " (slow: install libopenblas0-openmp)" : "");
    std::printf("processor  %s\n", info.processor.c_str());
    std::printf("threads    %d\n", info.threads);
    for (const DeviceInfo& device : info.devices) {
        std::printf("device     %s: %s\n", nameOf(device.device),
                    device.available ? device.name.c_str() : device.reason.english().c_str());
    }
    for (const PrecisionInfo& precision : info.precisions) {
        std::printf("precision  %s: %s\n", nameOf(precision.precision),
                    precision.available ? "available" : precision.reason.english().c_str());
    }
    std::printf("Qt         %s\n", qVersion());
    std::printf("data       %s\n", dataFolder().c_str());
    std::printf("MNIST      %s\n", datasetFolder("mnist").c_str());
    std::printf("runs       %s\n", runsFolder().c_str());
}

} // namespace

int runInfo(const InfoOptions& options) {
    const EngineInfo info = loadEngine()->info();
    if (!options.json) {
        printText(info);
        return kExitDone;
    }
    printJsonLine({{"version", DIGITLAB_VERSION},
                   {"engine", info.name},
                   {"engine_version", info.version},
                   {"blas", info.blas},
                   {"reference_blas", info.referenceBlas},
                   {"processor", info.processor},
                   {"threads", info.threads},
                   {"devices", devicesJson(info)},
                   {"precisions", precisionsJson(info)},
                   {"qt", qVersion()},
                   {"data_folder", dataFolder().string()},
                   {"dataset_folder", datasetFolder("mnist").string()},
                   {"runs_folder", runsFolder().string()}});
    return kExitDone;
}

} // namespace digitlab
