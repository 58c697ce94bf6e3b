package org.kiramr.jobs.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.HduSummary;
import org.kiramr.fits.Reject;
import org.kiramr.wcs.WcsInfo;

/**
 * JSON lines: an object a file, each on a line of its own, so that a reader can begin before the
 * last file is read. Every key is always there, null where there is nothing to say; numbers have
 * all the digits that tell them from their neighbours; the text is ASCII, whatever the locale.
 */
final class JsonReport implements ReportWriter {
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
              .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
              .build());

  private final PrintStream out;

  JsonReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(FileReport file) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    FileSummary summary = file.summary();
    node.put("path", summary.path());
    node.put("image", summary.image());
    node.put("bytes", summary.bytes());
    node.put("crc32", summary.crc32());
    node.put("compression", file.compression());
    ArrayNode hdus = node.putArray("hdus");
    file.hdus().forEach(hdu -> put(hdus.addObject(), hdu));
    put(node.putArray("rejects"), file.rejects());
    node.put("omitted", file.omitted());
    out.println(JSON.writeValueAsString(node));
  }

  private static void put(ObjectNode node, HduReport hdu) {
    HduSummary summary = hdu.summary();
    node.put("hdu", summary.id().hdu());
    node.put("kind", summary.kind().name().toLowerCase(Locale.ROOT));
    node.put("extname", summary.extname());
    node.put("extver", summary.extver());
    ArrayNode axes = node.putArray("axes");
    summary.axes().forEach(axes::add);
    node.put("bitpix", summary.bitpix());
    node.put("bscale", summary.bscale());
    node.put("bzero", summary.bzero());
    node.put("blank", summary.blank());
    node.put("zcmptype", summary.tileCompression());
    node.put("field", summary.id().field());
    node.put("band", summary.id().band());
    put(node, hdu.sky());
    node.put("ignored", hdu.ignored());
    ArrayNode frames = node.putArray("frames");
    hdu.frames().forEach(frame -> put(frames.addObject(), frame));
    put(node.putArray("rejects"), hdu.rejects());
  }

  private static void put(ObjectNode hdu, SkyReport sky) {
    if (sky == null) {
      hdu.putNull("wcs");
      return;
    }
    WcsInfo info = sky.info();
    ObjectNode node = hdu.putObject("wcs");
    node.put("system", info.system());
    node.put("projection", info.projection());
    node.put("radesys", info.radesys());
    node.put("equinox", info.equinox());
    node.put("ra", sky.ra());
    node.put("dec", sky.dec());
    node.put("note", info.note());
  }

  private static void put(ObjectNode node, FrameReport frame) {
    node.put("image", frame.id().image());
    node.put("width", frame.width());
    node.put("height", frame.height());
    node.put("masked", frame.masked());
    PixelStatistics pixels = frame.pixels();
    if (pixels == null) {
      node.putNull("pixels");
      return;
    }
    ObjectNode figures = node.putObject("pixels");
    figures.put("count", pixels.count());
    figures.put("nan", pixels.nan());
    figures.put("min", pixels.min());
    figures.put("max", pixels.max());
    figures.put("mean", pixels.mean());
    figures.put("sum", pixels.sum());
    figures.put("sha256", pixels.sha256());
  }

  private static void put(ArrayNode node, List<Reject> rejects) {
    for (Reject reject : rejects) {
      ObjectNode row = node.addObject();
      row.put("image", reject.image());
      row.put("hdu", reject.hdu());
      row.put("field", reject.field());
      row.put("stage", reject.stage().name());
      row.put("code", reject.code().name());
      row.put("reason", reject.reason());
    }
  }
}
