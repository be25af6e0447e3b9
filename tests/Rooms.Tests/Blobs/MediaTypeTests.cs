using System.Text;
using Tupa.Blobs;

namespace Tupa.Tests;

public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000", "image/png")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("524946460000000057454250", "image/webp")]
    [InlineData("52494646000000005741564566", "audio/wav")]
    [InlineData("0000001866747970686569630000", "image/heic")]
    [InlineData("00000018667479706D7034320000", "video/mp4")]
    [InlineData("00000014667479707174202000", "video/quicktime")]
    [InlineData("00000018667479704D34412000", "audio/mp4")]
    [InlineData("1A45DFA3934282847765626D", "video/webm")]
    [InlineData("49443303000000", "audio/mpeg")]
    [InlineData("FFFB9064", "audio/mpeg")]
    [InlineData("664C6143", "audio/flac")]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("4D5A9000", MediaType.Program)]
    [InlineData("7F454C46", MediaType.Program)]
    [InlineData("0001020304", MediaType.Unknown)]
    public void The_type_is_what_the_bytes_say_whatever_the_name_says(string hex, string type) =>
        Assert.Equal(type, MediaType.Of(Convert.FromHexString(hex), "kuva.txt").Type);

    [Fact]
    public void A_page_or_a_drawing_made_of_markup_is_text_and_never_a_picture()
    {
        Assert.Equal((MediaKind.Document, "text/plain"), MediaType.Of("<svg xmlns='http://www.w3.org/2000/svg'/>"u8, "kuva.svg"));
        Assert.Equal((MediaKind.Document, "text/plain"), MediaType.Of("<!doctype html><script>1</script>"u8, "kuva.jpg"));
        Assert.Equal((MediaKind.Document, "text/csv"), MediaType.Of(Encoding.UTF8.GetBytes("nimi;ikä\nÅsa;4"), "lista.CSV"));
    }
}
