using System.Runtime.CompilerServices;

namespace Tupa.Tests;

public sealed class ApiDocumentTests
{
    [Fact]
    public async Task The_contract_of_the_API_is_what_the_file_says()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        using var anyone = house.Visitor();
        Snapshot.Same(Path.Combine(Path.GetDirectoryName(Here())!, "openapi.json"), await anyone.GetStringAsync("/api/v1/openapi.json"));
    }

    private static string Here([CallerFilePath] string here = "") => here;
}
