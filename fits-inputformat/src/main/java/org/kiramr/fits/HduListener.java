package org.kiramr.fits;

/**
 * Is told of every HDU that a {@link FrameReader} comes to, while it reads on: for tools that show
 * what is in a file. What became of the HDU, its frames and rejects tell, which come later; an HDU
 * whose header cannot be understood is a reject only.
 */
public interface HduListener {
  /**
   * A header has been read.
   *
   * @param hdu what it says
   * @param header the header as in the file, whole blocks of 2880 bytes; not to be changed
   */
  void found(HduSummary hdu, byte[] header);

  /**
   * The HDU found last is neither frame nor reject.
   *
   * @param hdu its number
   * @param why in plain words
   */
  void ignored(int hdu, String why);
}
