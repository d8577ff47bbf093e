// swift-tools-version: 5.8
import PackageDescription

let package = Package(
    name: "Dunning",
    platforms: [.macOS(.v12), .iOS(.v15)],
    products: [.library(name: "Dunning", targets: ["Dunning"])],
    targets: [
        // The header of the native library, generated.
        .systemLibrary(name: "DunningFFI"),
        // Generated. The linker must find the native library: -Xlinker -L<directory>.
        .target(
            name: "Dunning",
            dependencies: ["DunningFFI"],
            linkerSettings: [.linkedLibrary("dunning_uniffi")]
        ),
        .testTarget(name: "DunningTests", dependencies: ["Dunning"]),
    ]
)
