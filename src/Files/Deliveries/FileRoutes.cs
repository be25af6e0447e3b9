using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Files;

/// <summary>Bytes leave the house here and nowhere else, each time by the audience function. No address is public.</summary>
internal static class FileRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMethods("/files/{id:guid}/{rendition}", [HttpMethods.Get, HttpMethods.Head], DeliverAsync);

    private static async Task<IResult> DeliverAsync(Guid id, string rendition, FileQueries files, Actor by, CancellationToken stop) =>
        await files.DeliveredAsync(new(id), rendition, by, stop) is { } found
            ? new BlobAnswer(found.Rendition, Named(found))
            : Results.NotFound();

    // A picture in full size is of our making, whatever was sent.
    private static string Named(Delivered found) => found.Rendition.Type switch
    {
        "image/jpeg" => Path.ChangeExtension(found.Name, ".jpg"),
        "image/png" => Path.ChangeExtension(found.Name, ".png"),
        _ => found.Name,
    };
}
