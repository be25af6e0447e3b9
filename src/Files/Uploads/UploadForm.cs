using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Files;

/// <summary>Reads what is posted to /files/uploads as it comes: a multipart form whose files are streamed, or one bare body with its name in a header.</summary>
internal sealed class UploadForm(Receiving receiving, FileActions files)
{
    /// <summary>Where a form without script wants to go afterwards; stands before the file in the form.</summary>
    public const string ReturnField = "return";

    private const string NameHeader = "X-File-Name";
    private const int LongestField = 4000;

    /// <summary>The address to go back to; null for the element, which wants a fragment.</summary>
    public string? Return { get; private set; }

    public List<FileId> Taken { get; } = [];

    /// <summary>Takes the files in until one is refused; null when all were taken.</summary>
    public async Task<Refusal?> TakeAsync(HttpRequest request, Actor by, CancellationToken stop)
    {
        if (Boundary(request) is not { } boundary) return await OneAsync(request.Body, NameOf(request), by, stop);

        var reader = new MultipartReader(boundary, request.Body) { HeadersLengthLimit = 8192, BodyLengthLimit = null };
        while (await NextAsync(reader, stop) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)) continue;

            if (disposition.IsFileDisposition())
            {
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
                if (await OneAsync(part.Body, HeaderUtilities.RemoveQuotes(name).Value ?? "", by, stop) is { } refusal) return refusal;
            }
            else if (HeaderUtilities.RemoveQuotes(disposition.Name).Value == ReturnField)
            {
                Return = await FieldAsync(part.Body, stop);
            }
        }

        return Taken.Count == 0 ? new Refusal(FileText.NoFile) : null;
    }

    private async Task<Refusal?> OneAsync(Stream body, string name, Actor by, CancellationToken stop)
    {
        var called = Called(name);
        var (received, refusal) = await receiving.ReceiveAsync(body, called, stop);
        if (received is null) return refusal;

        var (id, refused) = await files.ReceiveAsync(receiving, received, called, by, stop);
        if (id is { } taken) Taken.Add(taken);
        else receiving.Forget(received);
        return refused;
    }

    /// <summary>The last part of a path, without what cannot stand in a name, cut to what the column holds with its ending kept.</summary>
    internal static string Called(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))).Trim().Normalize();
        if (clean.Length is 0 or > 0 and <= AttachedFile.LongestName) return clean.Length == 0 ? FileText.File.In("fi") : clean;

        var ending = Path.GetExtension(clean);
        if (ending.Length > 12) ending = "";
        return clean[..(AttachedFile.LongestName - ending.Length)] + ending;
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;

    private static string NameOf(HttpRequest request) => Uri.UnescapeDataString(request.Headers[NameHeader].ToString());

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken stop)
    {
        try
        {
            return await reader.ReadNextSectionAsync(stop);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            // No form, or one that was cut off: there is no further file in it.
            return null;
        }
    }

    private static async Task<string> FieldAsync(Stream body, CancellationToken stop)
    {
        var value = new byte[LongestField];
        var read = await body.ReadAtLeastAsync(value, LongestField, throwOnEndOfStream: false, stop);
        return Encoding.UTF8.GetString(value, 0, read);
    }
}
