using Tupa.Server;

namespace Tupa.Tests;

/// <summary>A setting that cannot be stops the start with a sentence that says how to mend it.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Tupa:Blob:Scanner", "none", "Did you mean Tupa:Blobs:Scanner?")]
    [InlineData("Tupa:Mail:Hots", "localhost", "Did you mean Tupa:Mail:Host?")]
    [InlineData("Tupa:Xylophone", "1", "There is no setting Tupa:Xylophone.")]
    [InlineData("Tupa:ClockShift", "tomorrow", "Tupa:ClockShift")]
    [InlineData("Tupa:Listen", "here", "Write an address to listen at")]
    [InlineData("Tupa:Database", "tupa.db", "no connection string")]
    [InlineData("Tupa:Blobs:Largest", "much", "Write a number of bytes")]
    [InlineData("Tupa:Mail:Host", "smtp.example", "Tupa:Mail:From")]
    [InlineData("Tupa:Proxies", "proxy.example", "Write the addresses or networks")]
    [InlineData("ForwardedHeaders_Enabled", "true", "Tupa:Proxies")]
    [InlineData("Tupa:Database_FILE", "/nowhere/database", "/nowhere/database")]
    [InlineData("Tupa:City", "", "Tupa:City and Tupa:CitySwedish")]
    public void What_cannot_be_is_said_in_a_sentence(string key, string value, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<ImpossibleSettingException>(() => Settings.Read([new(key, value)])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_secret_is_read_from_its_file()
    {
        await using var spare = new SpareFolder();
        var file = Path.Combine(spare.Path, "database");
        await File.WriteAllTextAsync(file, "Host=db;Database=tupa;Username=tupa;Password=salaisuus\n");
        var settings = Settings.Read([new("Tupa:Database_FILE", file)]);

        Assert.Equal("Host=db;Database=tupa;Username=tupa;Password=salaisuus", settings.Database);
        Assert.DoesNotContain(ConfigCommand.Lines(settings), l => l.Contains("salaisuus", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_printed_tells_every_setting_and_no_secret()
    {
        var lines = ConfigCommand.Lines(Settings.Read(
        [
            new("Tupa:Database", "Host=db;Database=tupa;Username=tupa;Password=salaisuus"), new("Tupa:Mail:Password", "salaisuus"),
            new("Tupa:Blobs:Scanner", "tcp://127.0.0.1:3310"),
        ])).ToList();

        Assert.DoesNotContain(lines, l => l.Contains("salaisuus", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Tupa:Database = ", StringComparison.Ordinal) && l.Contains("db", StringComparison.Ordinal));
        Assert.Contains("Tupa:Mail:Password = ***", lines);
        Assert.Contains("Tupa:Folder = var   (not set)", lines);
    }
}
